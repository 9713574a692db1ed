"""What is derived from the declarations of acts."""
