"""What follows from the declarations of acts."""
