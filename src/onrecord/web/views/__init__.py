"""What each page of the dossier shows: pure functions from the rows of a record to typed view models, without
markup."""
