# The benchmark of tjsp_jec (disposed of 2016-2019) in base R: kinds of case are the chambers, a court is judged with 10 cases.
# Its output stands in tjsp-benchmark.test.ts.   Rscript tjsp-benchmark.R ../../../../shared/data/tjsp_jec/cases.csv
rows <- read.csv(commandArgs(TRUE)[1], encoding = 'UTF-8')
rows <- rows[substr(rows$disposition_date, 1, 4) %in% 2016:2019, ]
rows$days <- as.numeric(as.Date(rows$disposition_date) - as.Date(rows$filing_date))
# A second-instance result is there for 129 cases without a date of appeal: they were appealed.
rows$appealed <- as.numeric(rows$appeal_date != '' | rows$appeal_outcome_date != '')
show <- function(...) cat(sprintf('%.10f', c(...)), '\n')
A <- 'Foro de São José do Rio Preto'; B <- 'Foro Central Juizados Especiais Cíveis'
SMALL <- c(A, B, 'Foro de Sorocaba')
z <- qnorm(c(.001, .999))
tau2 <- function(score, s) {
  q <- quantile(score, c(.1, .9), type = 7); w <- pmin(pmax(score, q[1]), q[2])
  I <- length(score); W <- 1 / s^2
  max(0, (sum(w^2) - (I - 1)) / (sum(W) - sum(W^2) / sum(W)))
}
wilson <- function(p, n, k) {
  half <- k * sqrt(k^2 + 4 * n * p * (1 - p)); c(2 * n * p + k^2 - half, 2 * n * p + k^2 + half) / (2 * (n + k^2))
}
# Not compared: courts more than half of whose cases are of chambers of which all other courts together have fewer than 10.
compared <- function(a) {
  t <- table(a$court, a$chamber); rest <- matrix(colSums(t), nrow(t), ncol(t), byrow = TRUE) - t
  rowSums(t * (rest < 10)) / rowSums(t) <= .5
}
cat('## appealed: observed, expected, exact 95 % of O/E\n')
E <- tapply(ave(rows$appealed, rows$chamber), rows$court, sum); O <- tapply(rows$appealed, rows$court, sum)
n <- tapply(rows$appealed, rows$court, length)
for (c in SMALL) show(n[c], O[c], E[c], binom.test(O[c], n[c])$conf.int * n[c] / E[c])
cat('## appealed: who is beyond 99.8 % of O/E, widened and exact\n')
crude <- n >= 10; k <- crude & E > 0 & compared(rows)[names(n)]; cat('not compared:', names(which(crude & !k)), '\n', sep = ' | ')
s <- 1 / (2 * sqrt(E[k])); t2 <- tau2((sqrt(O[k] / E[k]) - 1) / s, s); show(sum(k), t2)
upper <- (1 + z[2] * sqrt(s^2 + t2))^2; lower <- pmax(0, 1 + z[1] * sqrt(s^2 + t2))^2
high <- O[k] / E[k] > upper & ppois(O[k] - 1, E[k], lower.tail = FALSE) < .001
low <- O[k] / E[k] < lower & ppois(O[k], E[k]) < .001
cat('high:', sort(names(which(high))), '\nlow:', sort(names(which(low))), '\n', sep = ' | ')
cat('## appealed: who is beyond 99.8 % of the crude rate\n')
k <- crude; p <- sum(O[k]) / sum(n[k]); s <- 1 / (2 * sqrt(n[k])); t2 <- tau2((asin(sqrt(O[k] / n[k])) - asin(sqrt(p))) / s, s); show(p, t2)
wide <- function(q) sin(pmin(pmax(asin(sqrt(p)) + q * sqrt(s^2 + t2), 0), pi / 2))^2
high <- O[k] / n[k] > wide(z[2]) & pbinom(O[k] - 1, n[k], p, lower.tail = FALSE) < .001
low <- O[k] / n[k] < wide(z[1]) & pbinom(O[k], n[k], p) < .001
cat('high:', sort(names(which(high))), '\nlow:', sort(names(which(low))), '\n', sep = ' | ')
cat('## mean days: n, mean, expected mean, 95 % of O/E\n')
d <- rows[!is.na(rows$days) & rows$days >= 0, ]
m <- tapply(d$days, d$court, mean); nd <- tapply(d$days, d$court, length); Ed <- tapply(ave(d$days, d$chamber), d$court, mean)
v <- tapply(d$days, d$court, var)
for (c in SMALL) show(nd[c], m[c], Ed[c], t.test(d$days[d$court == c])$conf.int / Ed[c])
cat('## mean days: who is beyond 99.8 % of O/E, widened and gamma\n')
k <- nd >= 10 & v > 0 & compared(d)[names(nd)]; sd <- sqrt(sum((nd[k] - 1) * v[k]) / sum(nd[k] - 1)); mu <- sum(Ed[k] * nd[k]) / sum(nd[k])
size <- nd[k] * (Ed[k] / mu)^2; s <- sd / (mu * sqrt(size)); r <- m[k] / Ed[k]; target <- sum(r / s^2) / sum(1 / s^2)
t2 <- tau2((r - target) / s, s); show(sum(k), target, t2)
shape <- (target / s)^2
high <- r > target + z[2] * sqrt(s^2 + t2) & pgamma(r / target * shape, shape, lower.tail = FALSE) < .001
low <- r < target + z[1] * sqrt(s^2 + t2) & pgamma(r / target * shape, shape) < .001
cat('high:', sort(names(which(high))), '\nlow:', sort(names(which(low))), '\n', sep = ' | ')
cat('## two courts with one mix: kinds, coverage, standardised, interval, difference and its interval\n')
pair <- function(a, b, x, f) {
  one <- function(c) { w <- a[a$court == c, ]; list(n = tapply(w[[x]], w$chamber, length), x = tapply(w[[x]], w$chamber, sum), ss = tapply(w[[x]], w$chamber, function(y) sum((y - mean(y))^2)), all = nrow(w)) }
  u <- one(b[1]); w <- one(b[2]); both <- intersect(names(u$n)[u$n >= 5], names(w$n)[w$n >= 5])
  weight <- u$n[both] + w$n[both]; weight <- weight / sum(weight)
  side <- function(g) { p <- g$x[both] / g$n[both]; c(sum(weight * p), f(p, g$n[both], weight, g$ss[both])) }
  i <- side(u); j <- side(w); d <- i[1] - j[1]
  show(length(both), sum(u$n[both]) / u$all, sum(w$n[both]) / w$all, i, j, d,
       d - sqrt((i[1] - i[2])^2 + (j[3] - j[1])^2), d + sqrt((i[3] - i[1])^2 + (j[1] - j[2])^2))
}
share <- function(p, n, w, ss) { v <- sum(w^2 * p * (1 - p) / n); q <- sum(w * p); wilson(q, q * (1 - q) / v, qnorm(.975)) }
mean_of <- function(p, n, w, ss) { df <- sum(n - 1); e <- sqrt(sum(ss) / df * sum(w^2 / n)); sum(w * p) + c(-1, 1) * qt(.975, df) * e }
PAIR <- c('Foro de Bauru', 'Foro Regional II - Santo Amaro')
pair(rows, PAIR, 'appealed', share)
pair(d, PAIR, 'days', mean_of)
cat('## Kitagawa, the first against the second and against all others: rate1, rate2, total, mix, rate\n')
kitagawa <- function(a, x, isOwn, isOther) {
  g <- function(w) list(n = table(factor(w$chamber, kinds)), x = tapply(w[[x]], factor(w$chamber, kinds), sum, default = 0))
  kinds <- unique(a$chamber[isOwn | isOther]); u <- g(a[isOther, ]); w <- g(a[isOwn, ])
  s1 <- u$n / sum(u$n); s2 <- w$n / sum(w$n); r1 <- u$x / u$n; r2 <- w$x / w$n
  f <- ifelse(is.nan(r1), r2, r1); t <- ifelse(is.nan(r2), r1, r2)
  show(sum(u$x) / sum(u$n), sum(w$x) / sum(w$n), sum(w$x) / sum(w$n) - sum(u$x) / sum(u$n), sum((s2 - s1) * (f + t) / 2), sum((t - f) * (s1 + s2) / 2))
}
kitagawa(rows, 'appealed', rows$court == PAIR[1], rows$court == PAIR[2])
kitagawa(d, 'days', d$court == PAIR[1], d$court != PAIR[1])
