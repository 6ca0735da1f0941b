package io.touchline.simulator.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and a certificate of its own for {@code localhost} and 127.0.0.1, made by the JDK's {@code keytool} once a process and gone with it. A client trusts it
 * through {@link #truststore()}.
 */
final class SelfSigned {

    private static final String ALIAS = "simulator";
    private static final String STORE = "PKCS12";
    private static final String PASSWORD_VARIABLE = "SIMULATED_STORE";
    private static final long KEYTOOL_SECONDS = 120;

    private final SSLContext context;
    private final Path truststore;
    private final String password;

    private SelfSigned(SSLContext context, Path truststore, String password) {
        this.context = context;
        this.truststore = truststore;
        this.password = password;
    }

    private static final class Once {
        private static final SelfSigned MADE = make();
    }

    /** The process' own; made at the first call, which takes a second. */
    static SelfSigned get() {
        return Once.MADE;
    }

    /** For the server's side. */
    SSLContext context() {
        return context;
    }

    /** A PKCS12 file with the certificate and no key. */
    Path truststore() {
        return truststore;
    }

    /** Of {@link #truststore()}; guards nothing but a certificate. */
    String password() {
        return password;
    }

    private static SelfSigned make() {
        String password = HexFormat.of().toHexDigits(new SplittableRandom().nextLong());
        try {
            Path folder = Files.createTempDirectory("simulated-tls");
            Path keys = folder.resolve("server.p12");
            Path trusted = folder.resolve("truststore.p12");
            trusted.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            generate(keys, password);
            KeyStore own = KeyStore.getInstance(STORE);
            try (InputStream in = Files.newInputStream(keys)) {
                own.load(in, password.toCharArray());
            }
            Files.delete(keys);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(own, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            KeyStore others = KeyStore.getInstance(STORE);
            others.load(null, null);
            others.setCertificateEntry(ALIAS, own.getCertificate(ALIAS));
            try (OutputStream out = Files.newOutputStream(trusted)) {
                others.store(out, password.toCharArray());
            }
            return new SelfSigned(context, trusted, password);
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate for the simulated vendors", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for the simulated vendors", e);
        }
    }

    private static void generate(Path keys, String password) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder builder = new ProcessBuilder(
                        keytool.toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-startdate",
                        "-1825d",
                        "-validity",
                        "7300",
                        "-storetype",
                        STORE,
                        "-keystore",
                        keys.toString(),
                        "-storepass:env",
                        PASSWORD_VARIABLE)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        try {
            if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(keytool + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(keytool + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + keytool, e);
        }
    }
}
