"""The machine room: everything that touches Word's own libraries.

Imported only inside the functions that read or write a Word file, so that nobody waits for it at the start.
"""
