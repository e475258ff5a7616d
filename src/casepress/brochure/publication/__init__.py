"""What every planner works on: the page's grid, the pages and tree under construction."""
