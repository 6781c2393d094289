'use strict';

const {
  getHostname: _getHostname,
  getUptime,
} = internalBinding('os');

const hostname = () => _getHostname({});

module.exports = { hostname, uptime: getUptime };
