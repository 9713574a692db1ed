"""From a paper's content to blocks that the typesetter sets. Pure."""
