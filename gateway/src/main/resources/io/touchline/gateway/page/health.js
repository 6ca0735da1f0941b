import { age, clock, el, percent, signed } from './format.js';

const CLASSES = { UP: 'up', OFF: '', DOWN: 'down', CATCHING_UP: 'wait' };

/** The newest event's time: what is around now lies around it, on a clock of any speed and in a replay of history too. */
export const newest = health => health.flows.map(flow => flow.newestAt).filter(Boolean).sort().at(-1) ?? new Date().toISOString();

export const showHealth = health => {
  const parts = health.components.map(part => el(`span.part${CLASSES[part.status] ? '.' + CLASSES[part.status] : ''}`,
    { title: [part.status.toLowerCase().replace('_', ' '), part.cause].filter(Boolean).join(': ') }, part.name));
  const stages = new Map();
  for (const flow of health.flows) {
    const known = stages.get(flow.stage) ?? { records: 0, newestAt: null, topics: [] };
    known.records += flow.records;
    known.topics.push(`${flow.topic}: ${flow.records} records, newest ${clock(flow.newestAt)}`);
    if (flow.newestAt && (!known.newestAt || flow.newestAt > known.newestAt)) known.newestAt = flow.newestAt;
    stages.set(flow.stage, known);
  }
  const flows = [...stages].map(([stage, flow]) =>
    el(`span.part.${flow.records ? 'up' : 'wait'}`, { title: flow.topics.join('\n') }, `${stage} ${flow.newestAt ? clock(flow.newestAt) : 'waits'}`));
  document.getElementById('health').replaceChildren(...flows, ...parts);
};

export const showAway = message => {
  document.getElementById('health').replaceChildren(el('span.part.down', { title: message }, 'gateway away'));
};

const told = source => [
  `${source.state.toLowerCase()}${source.trusted ? '' : ', not trusted: no alert stands on it'}`,
  source.problem,
  `last good answer ${age(source.ageSeconds == null ? null : source.ageSeconds * 1000)} ago, limit ${age(source.stalenessSeconds * 1000)}`,
  source.breaker === 'CLOSED' ? null : `breaker ${source.breaker.toLowerCase().replace('_', ' ')}`,
  source.sequence == null ? null : `message ${source.sequence}`,
  source.quotaLeft == null ? null : `${source.quotaLeft} requests or credits left`
].filter(Boolean).join('\n');

/** Every source with its age; one that is not trusted shows its last known data no less, so it says so. */
export const showSources = ({ sources }) => {
  const box = document.getElementById('sources');
  box.hidden = !sources.length;
  box.replaceChildren(el('span.label', {}, 'Sources'), ...sources.map(source =>
    el(`span.part.${!source.trusted ? 'down' : source.state === 'UP' ? 'up' : 'wait'}`, { title: told(source) },
      `${source.source} ${source.ageSeconds == null ? 'waits' : age(source.ageSeconds * 1000)}${source.trusted ? '' : ' · stale'}`)));
};

const interval = (estimate, show) => estimate.lower == null ? 'too few to tell an interval' : `95 %: ${show(estimate.lower)} to ${show(estimate.upper)}`;

const needed = count => count == null ? 'too few alerts' : count === 0 ? 'enough alerts' : `${count} more alerts`;

const figure = (name, value, note) => el('div', {}, el('dt', {}, name), el('dd', {}, value, el('small', {}, note)));

export const showPerformance = metrics => {
  const measures = metrics.measures;
  const strip = document.getElementById('performance');
  strip.title = metrics.note;
  strip.replaceChildren(
    figure('Alerts graded', String(measures.count), measures.count ? `since ${new Date(metrics.firstGradedAt).toLocaleDateString()}` : 'none yet'),
    figure('Hit rate', percent(measures.hitRate.value), interval(measures.hitRate, value => percent(value))),
    figure('Closing-line value', signed(measures.clv.value, 2), `${measures.clv.count} closed · ${interval(measures.clv, value => signed(value, 2))}`),
    figure('Profit per unit', signed(measures.profitPerUnit.value), interval(measures.profitPerUnit, value => signed(value))),
    figure('Proof', needed(measures.alertsStillNeeded), 'until closing-line value is told from chance · no promise of profit'));
};
