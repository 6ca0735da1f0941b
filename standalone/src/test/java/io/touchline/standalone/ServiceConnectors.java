package io.touchline.standalone;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The connectors that the settings switch on, as the services make them, without the rest of the services. */
public final class ServiceConnectors {

    private ServiceConnectors() {}

    /** Those of the ingest service. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "io.touchline.ingest.connector",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Configuration.class))
    public static class OfIngest {}

    /** Those of the odds service. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "io.touchline.odds.connector",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Configuration.class))
    public static class OfOdds {}
}
