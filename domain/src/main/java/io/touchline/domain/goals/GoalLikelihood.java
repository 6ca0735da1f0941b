package io.touchline.domain.goals;

/**
 * Weighted log-likelihood of Dixon and Coles' model with gradient and Hessian. Parameters: attacks, defences, base, home, rho (the last
 * only where low scores are corrected).
 *
 * <p>The likelihood does not change when all attacks rise and base falls; a penalty on the sums of attacks and of defences, which is 0 at
 * the maximum, takes that freedom away.
 */
final class GoalLikelihood implements Newton.Objective {

    private static final double START_HOME = 0.25;
    private static final double SUM_PENALTY = 1;

    private final int teams;
    private final int size;
    private final boolean lowScores;
    private final double shrinkage;

    private final int[] home;
    private final int[] away;
    private final int[] homeGoals;
    private final int[] awayGoals;
    private final double[] weight;
    private int matches;
    private double constant;
    private double weightedGoals;
    private double weights;

    GoalLikelihood(int teams, int capacity, DixonColesSettings settings) {
        this.teams = teams;
        this.lowScores = settings.lowScores();
        this.size = 2 * teams + (lowScores ? 3 : 2);
        this.shrinkage = settings.shrinkage();
        home = new int[capacity];
        away = new int[capacity];
        homeGoals = new int[capacity];
        awayGoals = new int[capacity];
        weight = new double[capacity];
    }

    void add(int homeTeam, int awayTeam, int goalsHome, int goalsAway, double w) {
        home[matches] = homeTeam;
        away[matches] = awayTeam;
        homeGoals[matches] = goalsHome;
        awayGoals[matches] = goalsAway;
        weight[matches] = w;
        matches++;
        constant -= w * (logFactorial(goalsHome) + logFactorial(goalsAway));
        weightedGoals += w * (goalsHome + goalsAway);
        weights += w;
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }

    double[] start() {
        double[] start = new double[size];
        start[2 * teams] = Math.log(Math.max(0.1, weightedGoals / weights / 2)) - START_HOME / 2;
        start[2 * teams + 1] = START_HOME;
        return start;
    }

    /** Without penalty and shrinkage. */
    double logLikelihood(double[] at) {
        double sum = constant;
        double rho = lowScores ? at[size - 1] : 0;
        for (int m = 0; m < matches; m++) {
            double u = logHomeRate(at, m);
            double v = logAwayRate(at, m);
            double lambda = Math.exp(u);
            double mu = Math.exp(v);
            double tau = tau(homeGoals[m], awayGoals[m], lambda, mu, rho);
            if (!(tau > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += weight[m] * (homeGoals[m] * u - lambda + awayGoals[m] * v - mu + (tau == 1 ? 0 : Math.log(tau)));
        }
        return sum;
    }

    private double logHomeRate(double[] at, int m) {
        return at[2 * teams] + at[2 * teams + 1] + at[home[m]] + at[teams + away[m]];
    }

    private double logAwayRate(double[] at, int m) {
        return at[2 * teams] + at[away[m]] + at[teams + home[m]];
    }

    private static double tau(int goalsHome, int goalsAway, double lambda, double mu, double rho) {
        if (goalsHome > 1 || goalsAway > 1) {
            return 1;
        }
        if (goalsHome == 0) {
            return goalsAway == 0 ? 1 - lambda * mu * rho : 1 + lambda * rho;
        }
        return goalsAway == 0 ? 1 + mu * rho : 1 - rho;
    }

    @Override
    public double value(double[] at) {
        double attacks = 0;
        double defences = 0;
        double squares = 0;
        for (int i = 0; i < teams; i++) {
            attacks += at[i];
            defences += at[teams + i];
            squares += at[i] * at[i] + at[teams + i] * at[teams + i];
        }
        return logLikelihood(at)
                - SUM_PENALTY / 2 * (attacks * attacks + defences * defences)
                - shrinkage / 2 * squares;
    }

    @Override
    public void derivatives(double[] at, double[] gradient, double[][] negativeHessian) {
        penalties(at, gradient, negativeHessian);
        double rho = lowScores ? at[size - 1] : 0;
        Piece piece = new Piece();
        int[] inHome = new int[4];
        int[] inAway = new int[3];
        for (int m = 0; m < matches; m++) {
            piece.set(homeGoals[m], awayGoals[m], logHomeRate(at, m), logAwayRate(at, m), rho);
            inHome[0] = home[m];
            inHome[1] = teams + away[m];
            inHome[2] = 2 * teams;
            inHome[3] = 2 * teams + 1;
            inAway[0] = away[m];
            inAway[1] = teams + home[m];
            inAway[2] = 2 * teams;
            double w = weight[m];
            for (int p : inHome) {
                gradient[p] += w * piece.u;
                for (int q : inHome) {
                    negativeHessian[p][q] -= w * piece.uu;
                }
            }
            for (int p : inAway) {
                gradient[p] += w * piece.v;
                for (int q : inAway) {
                    negativeHessian[p][q] -= w * piece.vv;
                }
            }
            if (lowScores && homeGoals[m] <= 1 && awayGoals[m] <= 1) {
                addLowScore(piece, w, inHome, inAway, gradient, negativeHessian);
            }
        }
    }

    private void addLowScore(
            Piece piece, double w, int[] inHome, int[] inAway, double[] gradient, double[][] negativeHessian) {
        int r = size - 1;
        gradient[r] += w * piece.r;
        negativeHessian[r][r] -= w * piece.rr;
        for (int p : inHome) {
            negativeHessian[p][r] -= w * piece.ur;
            negativeHessian[r][p] -= w * piece.ur;
            for (int q : inAway) {
                negativeHessian[p][q] -= w * piece.uv;
                negativeHessian[q][p] -= w * piece.uv;
            }
        }
        for (int q : inAway) {
            negativeHessian[q][r] -= w * piece.vr;
            negativeHessian[r][q] -= w * piece.vr;
        }
    }

    private void penalties(double[] at, double[] gradient, double[][] negativeHessian) {
        for (int block = 0; block < 2; block++) {
            int from = block * teams;
            double sum = 0;
            for (int i = from; i < from + teams; i++) {
                sum += at[i];
            }
            for (int i = from; i < from + teams; i++) {
                gradient[i] -= SUM_PENALTY * sum + shrinkage * at[i];
                negativeHessian[i][i] += shrinkage;
                for (int j = from; j < from + teams; j++) {
                    negativeHessian[i][j] += SUM_PENALTY;
                }
            }
        }
    }

    /** Derivatives of one match's log-likelihood by the logarithms u and v of its rates and by rho. */
    private static final class Piece {
        double u;
        double v;
        double r;
        double uu;
        double vv;
        double uv;
        double ur;
        double vr;
        double rr;

        void set(int goalsHome, int goalsAway, double logLambda, double logMu, double rho) {
            double lambda = Math.exp(logLambda);
            double mu = Math.exp(logMu);
            u = goalsHome - lambda;
            v = goalsAway - mu;
            uu = -lambda;
            vv = -mu;
            r = 0;
            uv = 0;
            ur = 0;
            vr = 0;
            rr = 0;
            if (goalsHome > 1 || goalsAway > 1) {
                return;
            }
            double tau = tau(goalsHome, goalsAway, lambda, mu, rho);
            if (goalsHome == 0 && goalsAway == 0) {
                double slope = -lambda * mu / tau;
                double both = slope * rho / tau;
                r = slope;
                rr = -slope * slope;
                u += slope * rho;
                v += slope * rho;
                uu += both;
                vv += both;
                uv = both;
                ur = slope / tau;
                vr = slope / tau;
            } else if (goalsHome == 0) {
                double slope = lambda / tau;
                r = slope;
                rr = -slope * slope;
                u += slope * rho;
                uu += slope * rho / tau;
                ur = slope / tau;
            } else if (goalsAway == 0) {
                double slope = mu / tau;
                r = slope;
                rr = -slope * slope;
                v += slope * rho;
                vv += slope * rho / tau;
                vr = slope / tau;
            } else {
                r = -1 / tau;
                rr = -1 / (tau * tau);
            }
        }
    }
}
