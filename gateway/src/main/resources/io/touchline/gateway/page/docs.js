import { el } from './format.js';

const named = schema => schema?.$ref ? schema.$ref.split('/').pop()
  : schema?.anyOf ? named(schema.anyOf[0])
  : schema?.type === 'array' ? `list of ${named(schema.items)}`
  : schema?.properties?.items ? `page of ${named(schema.properties.items.items)}`
  : [schema?.type].flat().filter(Boolean).join(' or ');

const fields = schema => el('table', {}, el('tbody', {}, Object.entries(schema.properties ?? {}).map(([name, field]) =>
  el('tr', {}, el('td', {}, el('code', {}, name)), el('td', {}, named(field)), el('td', {}, field.description ?? '')))));

const document_ = await (await fetch('/docs/openapi.json')).json();
const operations = Object.entries(document_.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

document.getElementById('operations').replaceChildren(
  ...operations.map(({ path, method, operation }) => {
    const content = Object.values(operation.responses['200'].content)[0];
    return el('article', {},
      el('div', {}, el('span.method', {}, method.toUpperCase()), ' ', el('code', {}, path)),
      el('p', {}, `${operation.summary}. ${operation.description ?? ''}`),
      operation.parameters ? el('table', {}, el('tbody', {}, operation.parameters.map(parameter =>
        el('tr', {}, el('td', {}, el('code', {}, parameter.name)), el('td', {}, parameter.in + (parameter.required ? ', needed' : '')), el('td', {}, parameter.description ?? ''))))) : null,
      el('p', {}, `Answers ${named(content['x-event-data'] ?? content.schema)}.`));
  }),
  el('h2', {}, 'Records'),
  ...Object.entries(document_.components.schemas).map(([name, schema]) =>
    el('article', {}, el('div', {}, el('strong', {}, name)), el('p', {}, schema.description ?? ''), fields(schema))));
