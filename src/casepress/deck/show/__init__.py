"""What every way to show a deck shares: which fills a slide has, where its arrows run."""
