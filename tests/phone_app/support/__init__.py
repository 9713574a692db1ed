"""A phone that tests hold in their hand, the line that it hangs on, and the desk at the other end."""
