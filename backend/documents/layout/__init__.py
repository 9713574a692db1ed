"""From a paper's content to the blocks that the typesetter prints. Pure."""
