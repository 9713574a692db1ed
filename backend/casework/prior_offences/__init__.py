"""Who was inspected or sanctioned before: found by what agrees, told with its reason, never scored."""
