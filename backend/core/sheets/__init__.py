"""What rules of imports share: headings of a stranger's table, its cells and what is wrong with them."""
