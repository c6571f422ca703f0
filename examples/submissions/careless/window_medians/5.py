from statistics import median, mean
def mean_of_medians(values, width):
    return mean(median(values[i:i + width]) for i in range(0, len(values), width))
