package io.geminigateway.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// The net behind a fetcher: how names become addresses, which of these may be connected to, and by which door. Another
/// one is for tests.
interface Internet {
    Internet PUBLIC = new Internet() {
        @Override
        public List<InetAddress> resolve(String host) throws UnknownHostException {
            return List.of(InetAddress.getAllByName(host));
        }

        @Override
        public boolean mayConnect(InetAddress address) {
            return PublicAddress.isPublic(address);
        }

        @Override
        public int port() {
            return 443;
        }

        @Override
        public boolean tls() {
            return true;
        }
    };

    /// Blocks.
    List<InetAddress> resolve(String host) throws UnknownHostException;

    boolean mayConnect(InetAddress address);

    int port();

    boolean tls();
}
