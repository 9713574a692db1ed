"""What every page uses: the guard, rendering, common words, parts of forms."""
