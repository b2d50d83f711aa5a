"""The page of coordination: tasks, case conferences, and the notes of the phase."""
