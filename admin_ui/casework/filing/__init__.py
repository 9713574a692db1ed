"""Filing documents made elsewhere: uploads by tus, the page that takes them, and what they look like."""
