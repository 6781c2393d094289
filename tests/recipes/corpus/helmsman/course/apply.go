package course

import "example.org/helmsman/errors"

var errModified = errors.New("the course has been modified; read it and try again")

// retryOnConflict is idempotent as long as change is.
func retryOnConflict(change func() error) error {
	for {
		if err := change(); !errors.IsBusy(err) {
			return err
		}
	}
}

func createOrUpdate(course *Course) error {
	err := create(course)
	if errors.IsAlreadyExists(err) {
		return update(course)
	}
	return err
}

func create(course *Course) error { return nil }

func update(course *Course) error { return errModified }
