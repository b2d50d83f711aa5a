"""Pictures as lines, circles, polygons and texts; who paints them is another matter."""
