/**
 * Questions and answers over HTTP. {@link io.touchline.gateway.rest.Endpoint}s say what can be asked; both the routes and the OpenAPI document are made from them, so
 * that they cannot differ. Answers are records, named for what they hold.
 */
@NullMarked
package io.touchline.gateway.rest;

import org.jspecify.annotations.NullMarked;
