package scrape

type scrapeLoop struct{ scraper *targetScraper }

func (sl *scrapeLoop) run() {
	for range sl.ticks() {
		sl.scrapeAndReport()
	}
}

func (sl *scrapeLoop) scrapeAndReport() { sl.scraper.scrape() }

func (sl *scrapeLoop) stop() {}

type targetScraper struct{}

func (s *targetScraper) scrape() error { return nil }
