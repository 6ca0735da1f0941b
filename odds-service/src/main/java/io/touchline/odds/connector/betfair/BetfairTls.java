package io.touchline.odds.connector.betfair;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS from two files: whom we trust, and who we are. */
final class BetfairTls {

    private static final String STORE = "PKCS12";

    private BetfairTls() {}

    /** What is null is the JDK's own. Throws {@link IllegalArgumentException} with the file's name where a file cannot be used. */
    static SSLContext context(
            @Nullable Path truststore,
            @Nullable String truststorePassword,
            @Nullable Path keystore,
            @Nullable String keystorePassword) {
        try {
            TrustManager @Nullable [] trusted = null;
            if (truststore != null) {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(read(truststore, truststorePassword));
                trusted = factory.getTrustManagers();
            }
            KeyManager @Nullable [] own = null;
            if (keystore != null) {
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(read(keystore, keystorePassword), characters(keystorePassword));
                own = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trusted, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("odds.connectors.betfair: the certificates cannot be used", e);
        }
    }

    private static KeyStore read(Path file, @Nullable String password) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(STORE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, characters(password));
        } catch (IOException e) {
            throw new IllegalArgumentException("odds.connectors.betfair: " + file + " cannot be read", e);
        }
        return store;
    }

    private static char[] characters(@Nullable String password) {
        return password == null ? new char[0] : password.toCharArray();
    }
}
