"""What a Regionaal Expertteam knows: tables and pure rules. No screen, no file, no clock."""
