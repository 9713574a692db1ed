"""What a dashboard asks: figures of a unit over two years, what is late, who carries what, where it happened."""
