"""Reading forms that others filled in: a Word file in, understood values with their source out. Writes nothing.

`opening` opens the file with suspicion, `pieces` turns it into labels with what stands behind them, `synonyms` knows
which label means which field, `values` reads one value, `reading` puts it together.
"""
