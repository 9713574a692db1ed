"""What the history of a living demonstration tells: who, when, under which numbers. deploy/demo/living plays it."""
