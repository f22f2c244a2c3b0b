# Reads the exports of a folder with base R and prints rows, distinct ids and sums. Usage: Rscript read.R FOLDER
folder <- commandArgs(trailingOnly = TRUE)[1]
file <- function(name) file.path(folder, name)
csv <- read.csv(file("csv"))
tabs <- list(
  polecat = read.delim(file("polecat"), na.strings = "None"),
  icews = read.delim(file("icews"), colClasses = c("Event.ID" = "character", "CAMEO.Code" = "character")),
  # 64-bit ids do not fit R's numbers: they are read as text.
  gdelt = read.delim(file("gdelt"), header = FALSE, colClasses = c(V1 = "character", V27 = "character")),
  "gdelt-mentions" = read.delim(file("gdelt-mentions"), header = FALSE, colClasses = c(V1 = "character"))
)
widths <- c(polecat = 40, icews = 20, gdelt = 61, "gdelt-mentions" = 16)
stopifnot(sapply(tabs, ncol) == widths[names(tabs)])
stopifnot(identical(csv$id, tabs$polecat$Event.ID))
cat("csv", nrow(csv), "\n")
for (name in names(tabs)) cat(name, nrow(tabs[[name]]), "\n")
cat("ids", length(unique(tabs$gdelt$V1)), "\n")
cat("score", sprintf("%.1f", sum(tabs$polecat$Intensity)), "\n")
cat("dates", sum(!is.na(as.Date(tabs$polecat$Event.Date))), "\n")
