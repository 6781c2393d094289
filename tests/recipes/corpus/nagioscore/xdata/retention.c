#include "base.h"

/* writes what must outlive a restart */
int save_state_information(int autosave) {
	return write_file("retention.dat");
}

int read_initial_state_information(void) {
	return read_file("retention.dat");
}
