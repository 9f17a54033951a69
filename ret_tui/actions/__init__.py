"""What people do: one function per change. The only writers of the store."""
