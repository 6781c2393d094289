/* Asks a mounted file system to tell the disk what is free. */
#include <sys/ioctl.h>
#include <linux/fs.h>

int trim(int fd, struct fstrim_range *range)
{
	return ioctl(fd, FITRIM, range);
}
