"""The record in the forms its users' other tools read: one module a format."""
