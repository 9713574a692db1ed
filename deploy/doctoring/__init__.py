"""`./hientruong doctor`: looks at this machine and this installation, and mends what is safe to mend."""
