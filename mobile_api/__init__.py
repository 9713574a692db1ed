"""THE PHONE'S FACE: JSON and resumable uploads under /api/mobile/v1."""
