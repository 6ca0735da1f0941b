package io.touchline.platform.sportradar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom the connection to the broker trusts. */
final class UofTls {

    private UofTls() {}

    /** The JDK's own where there is no file. Throws {@link IllegalArgumentException} with the file's name where it cannot be used. */
    static SSLContext context(@Nullable Path truststore, @Nullable String password) {
        try {
            TrustManager @Nullable [] trusted = null;
            if (truststore != null) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                try (InputStream in = Files.newInputStream(truststore)) {
                    store.load(in, password == null ? new char[0] : password.toCharArray());
                }
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(store);
                trusted = factory.getTrustManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("connectors.sportradar: " + truststore + " cannot be used", e);
        }
    }
}
