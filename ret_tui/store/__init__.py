"""Where a region is kept: the encrypted file, its keys, its history of tables, its backups, and the desk in front of it."""
