"""What several stages know of English: clauses, names, numerals. Code over the data of `words`, no one stage's."""
