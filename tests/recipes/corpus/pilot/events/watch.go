package events

func watch(recorder Recorder, boat string, sank bool) {
	if sank {
		recorder.Eventf(boat, SankReason, "%s went down", boat)
		return
	}
	recorder.Eventf(boat, "BoatDrifts", "%s has no anchor", boat)
}

func watchAll(recorder Recorder, boats []string) {
	for _, boat := range boats {
		watch(recorder, boat, false)
	}
}
