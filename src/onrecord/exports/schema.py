"""The JSON Schema of the exported record, made from the nouns themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.nouns import PUBLIC, kind_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of one line of the export: an object of one of the public kinds, told apart by `kind`."""
    kinds, parts = msgspec.json.schema_components(PUBLIC, ref_template="#/$defs/{name}")
    return {
        "$schema": DIALECT,
        "title": "One line of an exported record",
        "type": "object",
        "required": ["kind", "id"],
        "oneOf": list(kinds),
        "discriminator": {"propertyName": "kind", "mapping": {kind_of(n): f"#/$defs/{n.__name__}" for n in PUBLIC}},
        "$defs": parts,
    }
