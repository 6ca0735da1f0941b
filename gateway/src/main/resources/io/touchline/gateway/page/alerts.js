import { age, clock, el, market, odds, percent, signed, time, words } from './format.js';
import { votes } from './matches.js';

const OPEN = new Set(['OPENED', 'UPDATED']);

const fact = (name, value, title) => el('div', { title }, el('dt', {}, name), el('dd', {}, value));

const bars = alert => el('div.bars', {}, alert.fairProbabilities.map(item => el(`div.bar${item.selection === alert.selection ? '.mine' : ''}`, {},
  el('span', {}, words(item.selection)),
  el('meter', { min: 0, max: 1, value: item.win, 'aria-label': `${words(item.selection)} ${percent(item.win)}` }),
  el('span', {}, `${percent(item.win)} · ${odds(item.fairOdds)}`))));

const outcome = alert => {
  if (alert.state === 'GRADED') return `${words(alert.result)} · profit ${signed(alert.profit, 0)} of a unit · closing-line value ${signed(alert.clv, 2)}`;
  if (alert.state === 'CLOSED') return `Closed: ${words(alert.closeReason)}`;
  return `Expires ${clock(alert.expiresAt)}`;
};

const side = alert => {
  const [home, away] = alert.match.split(' v ');
  return { HOME: home, AWAY: away }[alert.selection] ?? words(alert.selection);
};

export const isOpen = alert => OPEN.has(alert.state);

export const card = (alert, fresh, openMatch) => {
  const kind = isOpen(alert) ? '' : alert.state === 'GRADED' ? '.graded' : '.closed';
  return el(`article.alert${kind}${fresh ? '.fresh' : ''}`, { 'data-id': alert.alertId, 'data-state': alert.state },
    el('div.alert-head', {},
      el('span.pick', {}, `${side(alert)} · ${market(alert.market, alert.line)} @ ${odds(alert.odds)}`),
      el('span.edge', { title: 'expected profit per unit staked, if our probability is right' }, signed(alert.edge))),
    el('div.line-up', {}, el('a', { href: '#', onclick: event => { event.preventDefault(); openMatch(alert.matchId); } }, alert.match),
      ` · ${time(alert.kickoffAt)} · ${alert.bookmaker}`),
    bars(alert),
    el('dl.facts', {},
      fact('Stake', percent(alert.stake, 2), 'share of the bankroll'),
      fact('Price age', age(alert.priceAgeMillis), `observed ${time(alert.priceObservedAt)} by ${alert.source}`),
      fact('Confidence', percent(alert.confidence, 0)),
      fact('Market says', percent(alert.marketProbability), 'consensus of the bookmakers, margin removed'),
      fact('Odds taken', odds(alert.openingOdds)),
      fact('Model', alert.modelVersion, alert.modelVersion)),
    el('div.line-up', {}, `${words(alert.state)} ${clock(alert.at)} · ${outcome(alert)}`),
    el('details', {}, el('summary', {}, 'Votes and reasons'),
      votes(alert.votes),
      alert.reasons.length ? el('ul', {}, alert.reasons.map(reason => el('li', {}, `${words(reason.name)}${reason.value == null ? '' : ` = ${Number(reason.value.toFixed(3))}`}: ${signed(reason.effect)} on a home win`))) : null));
};
