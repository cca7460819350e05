"""The bundled model's runtime: text -> word pieces -> windows -> what the model sees in them, as extents."""
