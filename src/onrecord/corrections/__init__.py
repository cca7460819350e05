"""A person's decisions: a log, applied last, never overwritten."""

from __future__ import annotations

from onrecord.corrections.applying import apply
from onrecord.corrections.log import decision

__all__ = ["apply", "decision"]
