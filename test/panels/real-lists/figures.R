# The figures of the pages on tjsp_jec and tjsp_litigation in R (4.2.2: stats, survival 3.5-3), which shares no code with
# us. Its output is figures-r.csv, which the tests beside it read.
# Rscript figures.R ../../../../shared/data > figures-r.csv
library(survival)
data <- commandArgs(TRUE)[1]
show <- function(name, ...) {
  values <- c(...)
  cat(sprintf('%s,%s', name, paste(ifelse(is.na(values), '', sprintf('%.12g', values)), collapse = ',')), '\n', sep = '')
}
day <- as.Date

jec <- read.csv(file.path(data, 'tjsp_jec/cases.csv'), encoding = 'UTF-8')
jec$filed <- day(jec$filing_date, optional = TRUE); jec$closed <- day(jec$disposition_date, optional = TRUE)
jec$days <- as.numeric(jec$closed - jec$filed); jec$days[jec$days < 0] <- NA
# 19 appeals of 2019 are told by their outcome alone.
jec$appealed <- jec$appeal_date != '' | jec$appeal_outcome != ''
jec$settled <- jec$disposition %in% c('settled', 'withdrawn')
of <- function(year) jec[!is.na(jec$closed) & format(jec$closed, '%Y') == year, ]
now <- of('2019'); then <- of('2018')

# Differences: Newcombe's square-and-add of two Wilson intervals (prop.test without correction), Welch (t.test).
newcombe <- function(x1, n1, x2, n2, level) {
  a <- prop.test(x1, n1, correct = FALSE, conf.level = level)$conf.int
  b <- prop.test(x2, n2, correct = FALSE, conf.level = level)$conf.int
  p <- x1 / n1; q <- x2 / n2; d <- p - q
  c(d - sqrt((p - a[1])^2 + (b[2] - q)^2), d + sqrt((a[2] - p)^2 + (q - b[1])^2))
}
show('jec counts', nrow(now), sum(now$settled), nrow(then), sum(then$settled))
appealed <- function(rows) sum(rows$appealed)
for (level in c(.95, .998)) {
  show(paste('jec settlement', level), newcombe(sum(now$settled), nrow(now), sum(then$settled), nrow(then), level))
  show(paste('jec appeals', level), newcombe(appealed(now), nrow(now), appealed(then), nrow(then), level))
  show(paste('jec days', level), t.test(now$days, then$days, conf.level = level)$conf.int)
}

# Open cases of a window, Kaplan-Meier with late entry; a case is under observation from half a day before its age on the
# first day, so that one closed on that very day counts.
window <- function(filed, closed, start, end) {
  start <- day(start); last <- day(end) - 1
  keep <- !is.na(filed) & filed <= last & (is.na(closed) | (closed >= start & closed >= filed))
  filed <- filed[keep]; closed <- closed[keep]; isEnd <- !is.na(closed) & closed <= last
  data.frame(entry = pmax(as.numeric(start - filed), 0) - .5, exit = as.numeric(ifelse(isEnd, closed, last) - as.numeric(filed)),
             event = isEnd, row = which(keep))
}
area <- function(fit, tau) {
  keep <- fit$time <= tau; t <- fit$time[keep]; s <- fit$surv[keep]; d <- fit$n.event[keep]; n <- fit$n.risk[keep]
  mean <- sum(c(1, s) * diff(c(0, t, tau)))
  rest <- rev(cumsum(rev(s * diff(c(t, tau))))); used <- d > 0 & n > d
  c(mean, sqrt(sum(rest[used]^2 * d[used] / (n[used] * (n[used] - d[used])))))
}
survive <- function(name, w) {
  fit <- survfit(Surv(entry, exit, event) ~ 1, w, conf.type = 'log-log')
  show(paste(name, 'seen'), nrow(w), sum(!w$event))
  show(paste(name, 'median'), summary(fit)$table[c('median', '0.95LCL', '0.95UCL')])
  at <- summary(fit, times = c(90, 180, 365), extend = TRUE)
  show(paste(name, 'open'), at$surv); show(paste(name, 'lower'), at$lower); show(paste(name, 'upper'), at$upper)
  show(paste(name, 'rmst'), area(fit, 365))
}
survive('jec 2019', window(jec$filed, jec$closed, '2019-01-01', '2020-01-01'))

lit <- read.csv(file.path(data, 'tjsp_litigation/cases.csv'), encoding = 'UTF-8')
lit$filed <- day(lit$filing_date, optional = TRUE); lit$closed <- day(lit$last_movement_date, optional = TRUE)
lit$closed[!is.na(lit$closed) & lit$closed > day('2026-11-24')] <- NA
w <- window(lit$filed, lit$closed, '2010-01-01', '2011-01-01')
survive('litigation 2010', w)
kinds <- c('Procedimento do Juizado Especial...' = 'small', 'Procedimento Sumario' = 'simple', 'Procedimento Ordinario' = 'ordinary')
for (kind in names(kinds)) survive(paste('litigation 2010', kinds[[kind]]), w[lit$procedure[w$row] == kind, ])

# How the cases filed in 2018 had ended by the end of June 2019: Aalen-Johansen with its robust standard errors.
cohort <- jec[!is.na(jec$filed) & format(jec$filed, '%Y') == '2018' & (is.na(jec$closed) | jec$closed >= jec$filed), ]
last <- day('2019-06-30'); ended <- !is.na(cohort$closed) & cohort$closed <= last
how <- ifelse(!ended, 'open', ifelse(cohort$settled, 'settled', ifelse(startsWith(cohort$disposition, 'judgment'), 'judged', 'other')))
time <- as.numeric(ifelse(ended, cohort$closed, last)) - as.numeric(cohort$filed)
aj <- survfit(Surv(time, factor(how, c('open', 'judged', 'other', 'settled'))) ~ 1, id = seq_along(time))
at <- summary(aj, times = c(30, 90, 180, 365))
show('jec cohort', length(time), sum(!ended))
for (state in c('(s0)', 'judged', 'other', 'settled')) {
  show(paste('jec cohort', state), at$pstate[, aj$states == state])
  show(paste('jec cohort error', state), at$std.err[, aj$states == state])
}

# Judges of 2015: beta prior by moments (Kleinman 1973), posterior limits.
judges <- of('2015'); judges <- judges[judges$judge_id != '', ]
n <- tapply(judges$settled, judges$judge_id, length); x <- tapply(judges$settled, judges$judge_id, sum)
p <- sum(x) / sum(n); k <- length(n)
rho <- (sum(n * (x / n - p)^2) - p * (1 - p) * (k - 1)) / (p * (1 - p) * (sum(n) - sum(n^2) / sum(n) - (k - 1)))
M <- 1 / rho - 1; i <- order(-n, names(n))[1:5]
show('jec judges', k, p, rho, M)
for (j in i) show(paste('jec judge', names(n)[j]), x[j], n[j], n[j] / (n[j] + M), (p * M + x[j]) / (M + n[j]),
                  qbeta(c(.025, .975), p * M + x[j], (1 - p) * M + n[j] - x[j]))

# Limits of 36 months to the end of 2019: p' (Laney 2002) of appealed closings, XmR of mean and median days, closings and filings.
months <- format(seq(day('2017-01-01'), by = 'month', length.out = 36), '%Y-%m')
in36 <- jec[!is.na(jec$closed) & format(jec$closed, '%Y-%m') %in% months, ]
by <- factor(format(in36$closed, '%Y-%m'), months)
range <- function(v) { r <- abs(diff(v)); mean(r[r < 3.267 * mean(r)]) }
x <- tapply(in36$appealed, by, sum); n <- tapply(in36$days, by, length)
p <- sum(x) / sum(n); s <- sqrt(p * (1 - p) / n); sigma <- range((x / n - p) / s) / 1.128
show('jec appeals p', p, sigma); show('jec appeals x', x); show('jec appeals n', n)
show('jec appeals lower', pmax(0, p - 3 * s * max(1, sigma))); show('jec appeals upper', pmin(1, p + 3 * s * max(1, sigma)))
xmr <- function(name, v) show(name, mean(v), max(0, mean(v) - 2.66 * range(v)), mean(v) + 2.66 * range(v))
xmr('jec mean_days xmr', tapply(in36$days, by, mean, na.rm = TRUE))
xmr('jec median_days xmr', tapply(in36$days, by, median, na.rm = TRUE))
xmr('jec resolved xmr', as.numeric(n))
xmr('jec incoming xmr', as.numeric(table(factor(format(jec$filed, '%Y-%m'), months))))

# wenshu: days of civil first instance judged in 2018 against 2017; of one number the first row counts.
wenshu <- read.csv(file.path(data, 'wenshu/cases_utf8bom.csv'), fileEncoding = 'UTF-8-BOM', colClasses = 'character')
names(wenshu) <- c('row', 'no', 'court', 'kind', 'cause', 'level', 'filed', 'closed', 'published', 'paper', 'how')
no <- chartr('\uff08\uff09', '()', wenshu$no)
wenshu <- wenshu[!(startsWith(no, '(') & duplicated(no)) & wenshu$level == '民事一审', ]
wenshu$days <- as.numeric(day(wenshu$closed, optional = TRUE) - day(wenshu$filed, optional = TRUE))
wenshu <- wenshu[!is.na(wenshu$days) & wenshu$days >= 0, ]
in_year <- function(y) wenshu$days[startsWith(wenshu$closed, y)]
for (level in c(.95, .998)) show(paste('wenshu days', level), t.test(in_year('2018'), in_year('2017'), conf.level = level)$conf.int)

# Reversals of 2017 to 2019 by cause, chamber and judge: appeals altered over closings, Clopper-Pearson (binom.test). One
# line per pair of counts, so that names with commas and accents do not matter.
years <- c('2017', '2018', '2019')
closed3 <- !is.na(jec$closed) & format(jec$closed, '%Y') %in% years
ended <- day(jec$appeal_outcome_date, optional = TRUE)
reversed3 <- !is.na(ended) & format(ended, '%Y') %in% years & jec$appeal_outcome %in% c('reversed', 'reversed_in_part')
exact <- function(name, x, n) show(name, binom.test(x, n)$conf.int)
show('jec reversal counts', sum(reversed3), sum(closed3), sum(closed3 & startsWith(jec$disposition, 'judgment')))
exact('jec reversal d1', sum(reversed3), sum(closed3))
exact('jec reversal d2', sum(reversed3), sum(closed3 & startsWith(jec$disposition, 'judgment')))
pairs <- unique(do.call(rbind, lapply(c('case_type', 'chamber', 'judge_id'), function(by) {
  unit <- factor(jec[[by]][jec[[by]] != ''])
  data.frame(x = as.vector(tapply(reversed3[jec[[by]] != ''], unit, sum)), n = as.vector(tapply(closed3[jec[[by]] != ''], unit, sum)))
})))
pairs <- pairs[pairs$n >= 30, ]; pairs <- pairs[order(pairs$n, pairs$x), ]
for (i in seq_len(nrow(pairs))) exact(paste('jec exact', pairs$x[i], 'of', pairs$n[i]), pairs$x[i], pairs$n[i])

# What lies ahead of the end of September 2019: 60 whole months, the same three months of last year, and the larger of the
# year-on-year error of sums of h months and that of single months times the root of h.
sixty <- seq(day('2014-10-01'), by = 'month', length.out = 60)
monthly <- function(v) as.numeric(table(factor(format(v, '%Y-%m'), format(sixty, '%Y-%m'))))
filed60 <- monthly(jec$filed); closed60 <- monthly(jec$closed)
# What was filed less what was closed: a case that was closed before it was filed (246 are) is -1 in between, so that
# stock and flow agree.
open_after <- function(d) sum(jec$filed <= day(d), na.rm = TRUE) - sum(jec$closed <= day(d), na.rm = TRUE)
rms <- function(v) sqrt(mean(v^2))
ahead <- function(flow, h) {
  sums <- as.numeric(stats::filter(flow, rep(1, h), sides = 1)); sums <- sums[!is.na(sums)]
  error <- max(rms(diff(sums, lag = 12)), sqrt(h) * rms(diff(flow, lag = 12)))
  sum(flow[49:(48 + h)]) + c(0, -qnorm(.9), qnorm(.9), -qnorm(.975), qnorm(.975)) * error
}
stock <- open_after('2019-09-30')
show('jec ahead incoming', filed60); show('jec ahead resolved', closed60); show('jec ahead pending', stock, open_after('2018-12-31'))
for (h in 1:3) show(paste('jec ahead stock', h), pmax(0, stock + ahead(filed60 - closed60, h)))
coming <- ahead(filed60, 3); show('jec ahead coming', coming)
this <- 52:60; begin <- stock - sum(filed60[this]) + sum(closed60[this])
needed <- function(coming) .95 * (begin + sum(filed60[this]) + coming) - sum(closed60[this])
show('jec ahead needed for 0.95', sapply(coming[c(1, 4, 5)], needed) / 3)
show('jec ahead needed for 3000', (stock + coming[c(1, 4, 5)] - 3000) / 3)
