"""What an act costs by the law of its day, step by step; who may decide it; what follows when it is not paid."""
