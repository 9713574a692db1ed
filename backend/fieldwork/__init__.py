"""Work on site: inspections and their papers, photographs and uploads, findings."""
